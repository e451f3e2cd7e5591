/** What a folder is started with, by name: the rule file, then the cart. */
export const FILES: Readonly<Record<string, string>> = {
  'shop.reckon': `# Prices are in euros; times are those of the clock in Berlin.
currency EUR
timezone Europe/Berlin

# What a cart tells of its lines and of the customer, beside SKU, quantity and price.
line has category optional text
customer has tier optional one of member, staff

# The order in which discounts come off: each sees what the earlier ones left.
layers goods, personal, delivery

promotion spring-sale "Spring sale"
  layer goods
  active from 2026-03-20 through 2026-04-20
  on lines where category is "garden"
  spend 50.00 take 10% off
  spend 100.00 take 15% off

promotion members "Member price"
  layer personal
  when customer.tier is member
  take 5% off capped at 20.00

coupon WELCOME "Ten off your first order"
  layer personal
  spend 60.00 take 10.00 off
  limit 1 per customer

# Nobody gets both.
allow 1 of members, WELCOME

promotion free-delivery
  layer delivery
  spend 75.00 ship free

# Tested on every price: one that breaks it must not be charged.
guarantee discount at most 40% of list

# 2 x 30.00 reach 50.00: 10 % of 60.00 are 6.00.
scenario "the first tier of the spring sale"
  at 2026-04-01
  cart
    2 of "TULIPS" at 30.00 category "garden"
  shipping 4.90
  expect spring-sale takes 6.00
  expect free-delivery refused short
  expect pay 58.90

# 15 % of 120.00 are 18.00; 5 % of the 102.00 that are left are 5.10; 96.90 are delivered free.
scenario "a member in the second tier"
  at 2026-04-01
  customer tier member
  cart
    4 of "TULIPS" at 30.00 category "garden"
  shipping 4.90
  expect spring-sale takes 18.00
  expect members takes 5.10
  expect pay 96.90

scenario "a coupon after the sale, on something else"
  at 2026-05-01
  cart
    1 of "LAMP" at 80.00 category "home"
  code "WELCOME"
  shipping 4.90
  expect spring-sale refused
  expect WELCOME takes 10.00
  expect pay 74.90

# 5 % of 500.00 would be 25.00; the coupon would take less.
scenario "a member's discount is capped, and keeps the coupon out"
  at 2026-05-01
  customer tier member
  cart
    1 of "SHED" at 500.00 category "garden"
  code "WELCOME"
  expect members takes 20.00
  expect WELCOME refused excluded
  expect pay 480.00
`,
  'cart.json': `{
  "currency": "EUR",
  "at": "2026-04-01T12:00:00+02:00",
  "customer": { "tier": "member" },
  "lines": [
    { "id": "1", "sku": "TULIPS", "quantity": 3, "price": "30.00", "category": "garden" },
    { "id": "2", "sku": "LAMP", "quantity": 1, "price": "80.00", "category": "home" }
  ],
  "shipping": "4.90"
}
`,
};
