// Validates a list with papaparse and libphonenumber-js: numbers, lengths, gender, duplicates.
// `node papaparse.js FILE TIMES` prints lines of a name, a tab, and the median in milliseconds.
import { readFileSync } from 'node:fs';
import parseMax from 'libphonenumber-js/max';
import parseMin from 'libphonenumber-js/min';
import Papa from 'papaparse';

const [path, times] = process.argv.slice(2);
const bytes = readFileSync(path);
const longest = { Customer: 64, Platform: 20, Comments: 64 };

function validate(parse) {
  const rows = Papa.parse(bytes.toString('utf8'), { header: true, skipEmptyLines: true }).data;
  const seen = new Map();
  const leads = [];
  rows.forEach((row, index) => {
    const faults = [];
    const text = row.Mobile.replace(/[\u200e\u200f\u202a-\u202e\u200b]/g, '').trim().replace(/\.0$/, '');
    let mobile = null;
    if (text === '') faults.push(['Mobile', 'missing']);
    else if (/^\d[.,]\d+E\+?\d+$/i.test(text)) faults.push(['Mobile', 'exponent_form']);
    else {
      const number = parse(text, 'ID');
      if (!number || !number.isPossible()) faults.push(['Mobile', 'not_a_number']);
      else {
        mobile = number.number;
        if (!number.isValid()) faults.push(['Mobile', 'unassigned']);
      }
    }
    for (const field in longest) {
      if ([...row[field].trim()].length > longest[field]) faults.push([field, 'too_long']);
    }
    const gender = row.Gender.trim().toLowerCase();
    if (gender !== '' && gender !== 'male' && gender !== 'female') faults.push(['Gender', 'unknown']);
    let duplicateOf = null;
    if (mobile !== null && faults.length === 0) {
      if (seen.has(mobile)) duplicateOf = seen.get(mobile);
      else seen.set(mobile, index + 2);
    }
    leads.push({ row: index + 2, mobile, duplicateOf, faults });
  });
  return leads;
}

function print(name, parse) {
  const took = [];
  // The first ones run before the code is compiled, and do not count.
  for (let time = -5; time < Number(times); time++) {
    const start = performance.now();
    const leads = validate(parse);
    if (time >= 0) took.push(performance.now() - start);
    if (leads.length !== 10000) throw new Error(`${leads.length} leads`);
  }
  took.sort((a, b) => a - b);
  console.log(`${name}\t${took[took.length >> 1].toFixed(2)}`);
}

print('papaparse-max-10000', parseMax);
print('papaparse-min-10000', parseMin);
