/** The languages in which Reckon speaks to people; what it writes for machines has none. */
export type Lang = 'en' | 'zh';
