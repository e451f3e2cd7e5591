import { expect, test } from 'vitest';
import { outline, read } from './support.js';

function clauses(text: string): string {
  const [promotion, ...rest] = read(`promotion p ${text}`).statements;
  if (promotion?.kind !== 'promotion' || rest.length > 0) throw new Error('no promotion');
  return outline(promotion).replace(/^\(promotion name=p clauses=\[(.*)\]\)$/, '$1');
}

test.each([
  ['layer shipping', '(layer name=shipping)'],
  ['layer spend', '(layer name=spend)'],
  ['priority 10', '(priority value=10)'],
  [
    'active from 2026-09-28 through 2026-09-29',
    '(active parts=[(from time=2026-09-28) (through time=2026-09-29)])',
  ],
  [
    'active from 2026-09-28 08:00 until 2026-09-29 20:00:30 in Europe/Berlin',
    '(active parts=[(from time=2026-09-28 08:00) (until time=2026-09-29 20:00:30) (in zone="Europe/Berlin")])',
  ],
  [
    'active until 2026-09-29 00:00 active through 2026-10-01',
    '(active parts=[(until time=2026-09-29 00:00)]) (active parts=[(through time=2026-10-01)])',
  ],
  [
    'active on mondays, fridays between 22:00 and 02:00',
    '(active parts=[(weekdays days=[monday friday]) (between from="22:00" to="02:00")])',
  ],
  [
    'active on saturday on day 28 of each month',
    '(active parts=[(weekdays days=[saturday]) (month-days days=[28])])',
  ],
  [
    'active on days 1, 15 of each month on lines where brand is "x"',
    '(active parts=[(month-days days=[1 15])]) (on where=(is brand "x"))',
  ],
  [
    'when customer.tier is vip and left >= 100.00',
    '(when condition=(and (is customer.tier vip) (>= left 100.00)))',
  ],
  ['code "A", "B"', '(code codes=["A" "B"])'],
  ['code like "D11-*"', '(code like codes=["D11-*"])'],
  ['on lines', '(on)'],
  [
    'on lines where brand is "mijia" and not clearance',
    '(on where=(and (is brand "mijia") (not clearance)))',
  ],
  ['on shipping and lines', '(on shipping)'],
  ['on shipping and lines where category in "a", "b"', '(on shipping where=(in category "a" "b"))'],
  ['for each store', '(for-each by=attribute attribute=store)'],
  ['for each line', '(for-each by=line)'],
  ['for each row of tiers', '(for-each by=row table=tiers)'],
  ['for each store of tiers', '(for-each by=attribute attribute=store table=tiers)'],
  ['for each row', '(for-each by=attribute attribute=row)'],
  ['for each `line`', '(for-each by=attribute attribute=`line`)'],
  ['counting left - order.deposit', '(counting amount=(- left order.deposit))'],
  ['rounding half-up of price', '(rounding mode=half-up of=price)'],
  ['share by value after item', '(share by=value after=item)'],
  ['to first', '(to who=first)'],
  ['rest to last', '(rest who=last)'],
  ['spend 199.00 take 20.00 off', '(spend amount=199.00 offers=[(take amount=20.00 off=scope)])'],
  [
    'spend row.threshold take row.off off',
    '(spend amount=row.threshold offers=[(take amount=row.off off=scope)])',
  ],
  [
    'spend 700.00 counting left - order.deposit take 60.00 off',
    '(spend amount=700.00 counting=(- left order.deposit) offers=[(take amount=60.00 off=scope)])',
  ],
  [
    'spend 300.00 over all lines take 5% of list off',
    '(spend amount=300.00 over=() offers=[(take amount=(of 5% list) off=scope)])',
  ],
  [
    'spend 300.00 over lines where price > 5 counting list pay 85%',
    '(spend amount=300.00 over=(where=(> price 5)) counting=list offers=[(pay amount=85%)])',
  ],
  ['buy 3 take 10% off also ship free', '(buy units=3 offers=[(take amount=10% off=scope) (ship)])'],
  ['buy n over all lines pay 85%', '(buy units=n over=() offers=[(pay amount=85%)])'],
  [
    'every 300.00 take 50.00 off capped at 500.00',
    '(every-amount amount=300.00 offers=[(take amount=50.00 off=scope limits=[(capped amount=500.00)])])',
  ],
  [
    'every 300 units 2 to 5 take 1.00 off each unit',
    '(every-amount amount=300 offers=[(take amount=1.00 off=unit units=(from=2 plural to=5))])',
  ],
  [
    'every 300 units row.n take 1.00 off',
    '(every-amount amount=300 offers=[(take amount=1.00 off=scope units=(from=row.n plural))])',
  ],
  [
    'every 3 units pay 99.00 up to 3 times',
    '(every-units units=3 first=dearest offers=[(pay amount=99.00 limits=[(times count=3)])])',
  ],
  [
    'every n units of lines where clearance cheapest first take 50% off the cheapest 1',
    '(every-units units=n of=clearance first=cheapest offers=[(take amount=50% off=scope pick=(which=cheapest count=1))])',
  ],
  [
    'every row.n units dearest first make the cheapest row.k free',
    '(every-units units=row.n first=dearest offers=[(free pick=(which=cheapest count=row.k))])',
  ],
  [
    'every 2 units cheapest of all make the cheapest 1 free',
    '(every-units units=2 first=dearest ofAll offers=[(free pick=(which=cheapest count=1))])',
  ],
  [
    'every 2 units cheapest first cheapest of all take 5 off the dearest 1 of lines where brand is "x" all or none',
    '(every-units units=2 first=cheapest ofAll offers=[(take amount=5 off=scope pick=(which=dearest count=1 of=(is brand "x") allOrNone))])',
  ],
  [
    'every 2 units of lines where a is "b" take 50% off the cheapest 1 of lines where category in "c", "d"',
    '(every-units units=2 of=(is a "b") first=dearest offers=[(take amount=50% off=scope pick=(which=cheapest count=1 of=(in category "c" "d")))])',
  ],
  [
    'take 15% off each line capped at 200.00',
    '(offers offers=[(take amount=15% off=line limits=[(capped amount=200.00)])])',
  ],
  [
    'take 15% off each unit capped at 5.00 per unit capped at 100 each',
    '(offers offers=[(take amount=15% off=unit limits=[(capped amount=5.00 per=unit) (capped amount=100 standing=each)])])',
  ],
  [
    'take 5.00 off shipping where method is "x"',
    '(offers offers=[(take amount=5.00 off=shipping where=(is method "x"))])',
  ],
  ['take 5.00 off shipping', '(offers offers=[(take amount=5.00 off=shipping)])'],
  ['take order.deposit-bonus off', '(offers offers=[(take amount=order.deposit-bonus off=scope)])'],
  [
    'take order.points * 0.01 off up to 3 times leave at least cost',
    '(offers offers=[(take amount=(* order.points 0.01) off=scope limits=[(times count=3) (leave amount=cost)])])',
  ],
  ['pay 99.00', '(offers offers=[(pay amount=99.00)])'],
  ['pay 85% the cheapest 2', '(offers offers=[(pay amount=85% pick=(which=cheapest count=2))])'],
  ['price 99.00 each', '(offers offers=[(price amount=99.00)])'],
  [
    'price live-price each for at most 2 units the cheapest per customer',
    '(offers offers=[(price amount=live-price limits=[(units count=2 which=cheapest per=customer)])])',
  ],
  [
    'price 9 each for at most n units per line leave at least 1.00 in all',
    '(offers offers=[(price amount=9 limits=[(units count=n which=dearest per=line) (leave amount=1.00 per=in-all)])])',
  ],
  ['make the cheapest 1 free', '(offers offers=[(free pick=(which=cheapest count=1))])'],
  ['unit 1 take 5.00 off', '(offers offers=[(take amount=5.00 off=scope units=(from=1))])'],
  [
    'units 2 to 5 take 1.00 off each unit',
    '(offers offers=[(take amount=1.00 off=unit units=(from=2 plural to=5))])',
  ],
  ['units 2 take 1.00 off each unit', '(offers offers=[(take amount=1.00 off=unit units=(from=2 plural))])'],
  ['unit 3 make free', '(offers offers=[(free units=(from=3))])'],
  [
    'unit 1 take 5.00 off also units 2 to n take 3.00 off each unit',
    '(offers offers=[(take amount=5.00 off=scope units=(from=1)) (take amount=3.00 off=unit units=(from=2 plural to=n))])',
  ],
  [
    'bundle 1 of sku "A", 2 of lines where category in "x", "y", n of sku "B" pay 150.00',
    '(offers offers=[(bundle parts=[(count=1 sku="A") (count=2 where=(in category "x" "y")) (count=n sku="B")] offer=(pay amount=150.00))])',
  ],
  [
    'bundle row.n of sku "A", 1 of lines where category in "x", row.k of lines where clearance take 10.00 off',
    '(offers offers=[(bundle parts=[(count=row.n sku="A") (count=1 where=(in category "x")) (count=row.k where=clearance)] offer=(take amount=10.00 off=scope))])',
  ],
  ['give 1 of "GIFT"', '(offers offers=[(give count=1 skus=["GIFT"])])'],
  ['give 1 of "A" or "B"', '(offers offers=[(give count=1 skus=["A" "B"])])'],
  ['offer 1 of "MUG" for 9.90', '(offers offers=[(add-on count=1 sku="MUG" price=9.90)])'],
  ['ship free', '(offers offers=[(ship)])'],
  ['ship for 5.00 where method is "x"', '(offers offers=[(ship price=5.00 where=(is method "x"))])'],
  [
    'ship free capped at 10.00 for each store',
    '(offers offers=[(ship limits=[(capped amount=10.00)])]) (for-each by=attribute attribute=store)',
  ],
  [
    'spend 99.00 take 10.00 off also ship free',
    '(spend amount=99.00 offers=[(take amount=10.00 off=scope) (ship)])',
  ],
  ['capped at 5.00 in all per line', '(capped amount=5.00 standing=in-all per=line)'],
  ['leave at least cost per unit', '(leave amount=cost per=unit)'],
  ['limit 1 per customer, 10000 in total', '(limit limits=[(count=1 per=customer) (count=10000 per=total)])'],
  ['limit 3 per customer per day', '(limit limits=[(count=3 per=customer-day)])'],
  ['budget 500000.00', '(budget amount=500000.00)'],
  ['budget 500000.00 partly', '(budget amount=500000.00 partly)'],
  [
    'funded by brand 70%, platform 30%',
    '(funded shares=[(party=brand percent=70%) (party=platform percent=30%)])',
  ],
  [
    'funded by its store 70%, platform 30%',
    '(funded shares=[(party=store its percent=70%) (party=platform percent=30%)])',
  ],
  ['funded by host row.rate', '(funded shares=[(party=host percent=row.rate)])'],
  ['commission host 20% of paid', '(commission share=(party=host percent=20%) of=paid)'],
  ['commission its store 5% of list', '(commission share=(party=store its percent=5%) of=list)'],
  [
    'commission host 20% of paid and subsidy by platform',
    '(commission share=(party=host percent=20%) of=paid subsidyBy=platform)',
  ],
  ['returns keep', '(returns policy=keep)'],
  ['returns retest', '(returns policy=retest)'],
  ['note "x"', '(note text="x")'],
  ['message zh "x"', '(message language=zh text="x")'],
  ['title zh-Hans "x"', '(title language=zh-Hans text="x")'],
  ['tag clearance', '(tag name=clearance)'],
  ['not with A, tag clearance, B', '(not-with members=[(name=A) (tag name=clearance) (name=B)])'],
  ['alone', '(alone)'],
  ['stop', '(stop what=layer)'],
  ['stop all', '(stop what=all)'],
  ['stop on its lines', '(stop what=lines)'],
  ['stop on lines where clearance', '(stop what=layer) (on where=clearance)'],
  ['active from 2026-01-01 stop on lines', '(active parts=[(from time=2026-01-01)]) (stop what=layer) (on)'],
])('%s', (text, tree) => {
  expect(clauses(text)).toBe(tree);
});

test('clauses stand in any order and on any lines', () => {
  const lines = 'take\n5% off\tcapped\n at 5 funded by a 100% layer\nb';
  expect(clauses(lines)).toBe(
    '(offers offers=[(take amount=5% off=scope limits=[(capped amount=5)])]) (funded shares=[(party=a percent=100%)]) (layer name=b)',
  );
});

test('`not` ends a condition before `with`, `in` ends an amount before `all`', () => {
  expect(clauses('when clearance not with a')).toBe(
    '(when condition=clearance) (not-with members=[(name=a)])',
  );
  expect(clauses('take 5 off capped at order.a in all')).toBe(
    '(offers offers=[(take amount=5 off=scope limits=[(capped amount=order.a standing=in-all)])])',
  );
});
