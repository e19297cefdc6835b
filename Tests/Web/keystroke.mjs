// What one keystroke costs in a page: the whole letter is checked again, in the module under Node.
//
//   .ci/build-wasm && node Tests/Web/keystroke.mjs [--json]
//
// Every keystroke gives another text, and each answer is checked. `FOI_WASM` names another module.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openDoor } from './door.mjs';

const wasm = readFileSync(process.env.FOI_WASM
  ?? new URL('../../.build-wasm/wasm32-unknown-none-wasm/release/foi-web.wasm', import.meta.url));

const greeting = 'Dear Kent Police,\n\nUnder the Freedom of Information Act 2000 I ask for:\n\n';

/** Some questions, and paragraphs of a person who explains them: five or six findings. */
function ordinaryLetter() {
  const asked = ['burglaries of sheds', 'thefts of bicycles', 'arrests for online fraud', 'complaints about noise'];
  const prose = [
    'I am writing an article about how often this happens in the villages along the river and what is done about it.',
    'A spreadsheet or a file with commas would suit me best, as I shall add the figures up by beat and by month.',
    'Where an answer would cost more than the limit, please say what you could send within it and what you would leave out.',
    'If some of this is on a page of yours already, the address of that page is enough, with the name of the table.',
    'I do not want to know who anybody is; names, numbers of houses and dates of birth may be left out of what you send.',
  ];
  const questions = asked.map((thing, i) =>
    `${i + 1}. How many ${thing} were recorded in ${i === 2 ? '2019/20' : '1 April 2023 to 31 March 2024'}?\n`);
  let letter = `${greeting}${questions.join('')}`;
  for (let n = 0; letter.length < 3000; n += 1) letter += `\n${prose[n % 5]} ${prose[(n + 2) % 5]}\n`;
  return letter;
}

/** Questions from end to end, with something to say about every other. */
function denseLetter() {
  const things = ['burglaries', 'thefts of bicycles', 'arrests regarding online fraud',
    'crimes associated with the fair', 'complaints about noise'];
  const ends = ['from 1 April 2023 to 31 March 2024', 'in 2019/20', 'in the last three years', 'by month and ward'];
  let letter = greeting;
  for (let n = 1; letter.length < 3000; n += 1)
    letter += `${n}. The number of ${things[n % 5]} in district ${n} ${ends[n % 4]}.\n`;
  return letter;
}

const door = await openDoor(wasm);
const round = (number) => Number(number.toFixed(2));

/** Types so many letters behind a text; the times in ms, shortest first. */
function type(text, count) {
  const times = [];
  for (let i = 0; i < count; i += 1) {
    const typed = text + 'and so on, '.repeat(9).slice(0, i % 90);
    const question = JSON.stringify({ text: typed, today: '2026-11-24' });
    const start = performance.now();
    const answer = door.answer('lint', question);
    times.push(performance.now() - start);
    assert(JSON.parse(new TextDecoder().decode(answer)).files[0].findings.length > 3, 'there is something to say');
  }
  return times.sort((a, b) => a - b);
}

function keystroke(text) {
  type(text, 300); // until the engine has compiled what is used
  const times = type(text, 301);
  return { median: round(times[150]), lowest: round(times[15]), highest: round(times[285]), target: 2 };
}

const first = round(type(ordinaryLetter(), 1)[0]);
const figures = {
  'a keystroke in a letter of 3 KB, ms': keystroke(ordinaryLetter()),
  'a keystroke in 3 KB of questions, something to say of every other, ms': keystroke(denseLetter()),
  'the first keystroke, ms': { median: first },
  'the module as gzip, KB': { median: Math.round(gzipSync(wasm, { level: 9 }).length / 1024), target: 250 },
};
if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else
  for (const [name, { median, lowest, highest, target }] of Object.entries(figures))
    console.log(`${name}: ${median}${lowest ? ` (${lowest} to ${highest})` : ''}${target ? `, wanted ${target}` : ''}`);
