// Compares the web module with the native build: the same input must give the same bytes.
//
//   swift build && .ci/build-wasm && node Tests/Web/run.mjs
//
// `FOI_BIN` names the folder of the native programs (default .build/debug).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDoor } from './door.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const programs = path.resolve(root, process.env.FOI_BIN ?? '.build/debug');
const wasm = readFileSync(path.join(root, '.build-wasm/wasm32-unknown-none-wasm/release/foi-web.wasm'));

function native(program, args, input) {
  const run = spawnSync(path.join(programs, program), args, { input, maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return run.stdout;
}

/** Inputs that are hard to carry across: nothing, broken UTF-8, NUL, four-byte scalars, a megabyte. */
const awkward = {
  'nothing': Buffer.alloc(0),
  'one byte': Buffer.from('1'),
  'a byte-order mark and CRLF': Buffer.from('\uFEFF1. One\r\n2. Two\r\n'),
  'NUL and control characters': Buffer.from([0, 1, 27, 127, 10]),
  'bytes that are not UTF-8': Buffer.from([0x63, 0x61, 0x66, 0xe9, 0xff, 0xc0, 0x80]),
  'scalars of four bytes': Buffer.from('1. 👩🏽‍🚒 🇬🇧 \u{10FFFF}\n'),
  // An optimiser once took the wrong cases from a list of them.
  'every kind of period': Buffer.from(
    ['2019/20', '2019-2020 to 2021-2022', 'Q1 2020', 'the second quarter of 2020', 'last year',
      'this financial year', 'the past three years', 'the last five days', 'each week of 2020',
      'the past decade', 'the last two quarters', 'August 2022-2023', 'the tax year 2020',
      '2018 to 2020', 'the year 2020', 'the academic year 2020/21', 'so far this year',
      'Monday 5 January 2021', 'the last six weeks', 'the past 10 months', 'the third quarter of 2021',
    ].map((period, i) => `${i + 1}. How many burglaries in ${period}?\n`).join('')),
  'a megabyte': Buffer.from('1. The number of burglaries recorded on beat KT04. 😀\n'.repeat(19_000)),
};

/** The whole letters of the golden tests. */
const golden = root;
const letters = ['Guides/examples', 'Tests/LettersTests/Golden', 'Tests/AnswerableTests/Golden']
  .flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => path.join(folder, name)))
  .filter((name) => /\.(md|txt)$/.test(name))
  // The door takes requests; foi also reads a letter with slots, and a sheet to tick is none.
  .filter((name) => !/^---\n(template|sheet):/.test(readFileSync(name, 'utf8')))
  .sort();

/**
 * The door's operations. With `foi`, the command line that prints the same bytes: each golden
 * letter is then compared with that as well.
 */
const today = '2026-11-24';
const ask = (input) => Buffer.from(JSON.stringify({ text: input.toString(), today }));
const operations = [
  { name: 'version' },
  { name: 'no such operation' },
  { name: 'lint', ask, foi: ['lint', '--as', 'json', '--today', today, '-'] },
  { name: 'draft', ask },
];

for (const { name, ask = (input) => input, foi } of operations) {
  test(`${name}: the door answers as its native twin does`, async (t) => {
    const door = await openDoor(wasm);
    for (const [label, input] of Object.entries(awkward))
      await t.test(label, () => {
        const answer = Buffer.from(door.answer(name, ask(input)));
        assert.deepEqual(answer, native('foi-web', [name], ask(input)));
        JSON.parse(answer);
      });
  });
  if (foi)
    test(`${name}: the door answers as foi ${foi.join(' ')} does`, async (t) => {
      const door = await openDoor(wasm);
      for (const letter of letters)
        await t.test(letter, () => {
          const input = readFileSync(path.join(golden, letter));
          const answer = Buffer.concat([Buffer.from(door.answer(name, ask(input))), Buffer.from('\n')]);
          assert.deepEqual(answer, native('foi', foi, input));
        });
    });
}

test('the module asks nothing of the page', async () => {
  assert.deepEqual(WebAssembly.Module.imports(await WebAssembly.compile(wasm)), []);
});

test('memory: blocks are aligned, apart from one another, and used again', async () => {
  const door = await openDoor(wasm);
  let seed = 1;
  const random = (below) => (seed = (seed * 48271) % 0x7fffffff) % below;
  const live = [];
  const release = () => {
    const { start, count, mark } = live.splice(random(live.length), 1)[0];
    assert.ok(door.view(start, count).every((byte) => byte === mark), `block of ${count} overwritten`);
    door.free(start);
  };
  let settled;
  for (let round = 0; round < 20_000; round++) {
    const count = random(4) ? random(200) + 1 : random(70_000) + 1;
    const mark = random(256);
    const start = door.alloc(count);
    assert.equal(start % 16, 0);
    door.view(start, count).fill(mark);
    live.push({ start, count, mark });
    while (live.length > 100) release();
    if (round === 15_000) settled = door.memory.buffer.byteLength;
  }
  while (live.length) release();
  assert.ok(door.memory.buffer.byteLength <= settled * 1.1, 'memory goes on growing');
});

test('memory: sizes around each power of two hold what was asked for', async () => {
  const door = await openDoor(wasm);
  for (let bits = 0; bits < 24; bits++)
    for (const count of [2 ** bits - 1, 2 ** bits, 2 ** bits + 1].filter((n) => n > 0)) {
      const [one, two] = [door.alloc(count), door.alloc(count)];
      door.view(one, count).fill(1);
      door.view(two, count).fill(2);
      assert.ok(door.view(one, count).every((byte) => byte === 1));
      door.free(one);
      door.free(two);
    }
});

test('memory: calls leave nothing behind', async () => {
  const door = await openDoor(wasm);
  const input = awkward['a megabyte'];
  const callInManySizes = () => {
    for (let i = 0; i < 200; i++) door.answer('version', input.subarray(0, (i * 5_003) % input.length));
  };
  callInManySizes();
  const settled = door.memory.buffer.byteLength;
  for (let again = 0; again < 5; again++) callInManySizes();
  assert.equal(door.memory.buffer.byteLength, settled);
});
