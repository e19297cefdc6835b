// The web module's door, as a page opens it.

/** Loads the module: `answer(operation, input)` takes bytes or text and gives bytes. */
export async function openDoor(wasm) {
  const { instance } = await WebAssembly.instantiate(wasm, {});
  const { memory, foi_alloc, foi_call, foi_free } = instance.exports;
  // Memory that grows gets a new buffer, so a view is made for each use.
  const view = (start, count) => new Uint8Array(memory.buffer, start, count);
  const bytes = (value) => (typeof value === 'string' ? new TextEncoder().encode(value) : value);

  function answer(operation, input = '') {
    const name = bytes(operation);
    const text = bytes(input);
    const call = foi_alloc(name.length + text.length);
    view(call, name.length).set(name);
    view(call + name.length, text.length).set(text);
    const block = foi_call(call, name.length, name.length + text.length);
    foi_free(call);
    const count = new DataView(memory.buffer).getUint32(block, true);
    const out = view(block + 4, count).slice();
    foi_free(block);
    return out;
  }

  return { answer, view, memory, alloc: foi_alloc, free: foi_free };
}
