// Writes the reviewed table of public holidays to standard output: date-holidays, changed by corrections.csv.
import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';

const VERSION = '3.37.0';
const CALENDARS = ['GB-ENG', 'DE', 'FR', 'PT', 'PL', 'US', 'CA', 'BR', 'SG', 'JP', 'IN', 'AU-NSW'];
const YEARS = [2025, 2026, 2027, 2028];

const days = new Map();
for (const calendar of CALENDARS) {
  const holidays = new Holidays(...calendar.split('-'));
  for (const year of YEARS) {
    for (const day of holidays.getHolidays(year, 'en').filter((d) => d.type === 'public')) {
      const date = day.date.slice(0, 10);
      const key = `${calendar},${date}`;
      const known = days.get(key);
      const observed = day.name.includes('(substitute day)');
      days.set(key, {
        name: known ? `${known.name} / ${day.name}` : day.name.replace('(substitute day)', '(observed)'),
        kind: observed && !known ? 'OBSERVED' : 'PUBLIC',
        source: `date-holidays ${VERSION}`,
      });
    }
  }
}

const corrections = new URL('corrections.csv', import.meta.url);
for (const line of readFileSync(corrections, 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#') || line.startsWith('change,')) continue;
  const [change, calendar, date, name, kind, reason] = line.split(',');
  const key = `${calendar},${date}`;
  if ((change === 'add') === days.has(key)) throw new Error(`${change} ${key}: the source already says so`);
  if (change === 'remove') days.delete(key);
  else days.set(key, { name, kind, source: `by hand: ${reason}` });
}

console.log('# Public holidays. Made by deploy/holidays (see its README), reviewed by hand.');
console.log(`# Data from date-holidays ${VERSION}, (c) commenthol and contributors, which relies on Wikipedia articles; CC BY-SA 3.0`);
console.log('# <https://creativecommons.org/licenses/by-sa/3.0/>. This table is under the same licence.');
console.log('calendar,date,name,kind,source');
for (const [key, day] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${key},${day.name},${day.kind},${day.source}`);
}
