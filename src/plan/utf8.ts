/** The bytes of a text where there is no `TextEncoder`; half of a surrogate pair stands as the three bytes of its number. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let size = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[size++] = unit;
      continue;
    }
    const point = text.codePointAt(index) ?? unit;
    if (point < 0x800) {
      bytes[size++] = 0xc0 | (point >> 6);
      bytes[size++] = 0x80 | (point & 63);
    } else if (point < 0x10000) {
      bytes[size++] = 0xe0 | (point >> 12);
      bytes[size++] = 0x80 | ((point >> 6) & 63);
      bytes[size++] = 0x80 | (point & 63);
    } else {
      index += 1;
      bytes[size++] = 0xf0 | (point >> 18);
      bytes[size++] = 0x80 | ((point >> 12) & 63);
      bytes[size++] = 0x80 | ((point >> 6) & 63);
      bytes[size++] = 0x80 | (point & 63);
    }
  }
  return bytes.subarray(0, size);
}
