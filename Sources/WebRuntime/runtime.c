// The few C functions that compiled Embedded Swift calls and that no library supplies on bare
// WebAssembly: memory, comparison, a hash seed, a wide product.
//
// The allocator keeps a list of free blocks for each of 112 sizes, four between one power of two and
// the next, so a block is at most a quarter larger than was asked for. Memory that was never used
// lies at the end and grows by pages; a freed block goes back to the list of its size. Both ways are
// a few instructions, and there is nothing to merge: the page throws the instance away when done.

#ifdef __wasm32__

#include <stddef.h>
#include <stdint.h>

enum { alignment = 16, pageSize = 65536, outOfMemory = 12, invalid = 22 };

// What stands before each block, as wide as the alignment so that the block keeps it.
typedef union Header {
  uint32_t size;
  union Header *next;
  uint8_t width[alignment];
} Header;

extern uint8_t __heap_base;
static uintptr_t unused, end;
static Header *freed[112];

// Block sizes are (4 + n % 4) << (n / 4 + 2): 16, 20, 24, 28, 32, 40, 48, 56, 64, 80 ...
static size_t blockSize(uint32_t n) { return (size_t)(4 + n % 4) << (n / 4 + 2); }

static uint32_t smallestHolding(size_t bytes) {
  if (bytes <= blockSize(0)) return 0;
  uint32_t doublings = 31 - __builtin_clz((uint32_t)bytes);
  uint32_t n = (doublings - 4) * 4 + ((bytes >> (doublings - 2)) & 3);
  return blockSize(n) < bytes ? n + 1 : n;
}

static Header *extend(size_t bytes) {
  if (!end) {
    unused = (uintptr_t)&__heap_base;
    end = (uintptr_t)__builtin_wasm_memory_size(0) * pageSize;
  }
  uintptr_t start = (unused + alignment - 1) / alignment * alignment;
  if (bytes > end - start) {
    size_t pages = (bytes - (end - start) + pageSize - 1) / pageSize;
    if (__builtin_wasm_memory_grow(0, pages) == SIZE_MAX) return NULL;
    end += pages * pageSize;
  }
  unused = start + bytes;
  return (Header *)start;
}

int posix_memalign(void **block, size_t wanted, size_t bytes) {
  if (wanted > alignment) return invalid;
  if (bytes > INT32_MAX) return outOfMemory;
  uint32_t size = smallestHolding(bytes);
  Header *header = freed[size];
  if (header) {
    freed[size] = header->next;
  } else {
    header = extend(sizeof(Header) + blockSize(size));
    if (!header) return outOfMemory;
  }
  header->size = size;
  *block = header + 1;
  return 0;
}

void free(void *block) {
  if (!block) return;
  Header *header = (Header *)block - 1;
  uint32_t size = header->size;
  header->next = freed[size];
  freed[size] = header;
}

int memcmp(const void *left, const void *right, size_t count) {
  const uint8_t *a = left, *b = right;
  for (size_t i = 0; i < count; i++)
    if (a[i] != b[i]) return a[i] - b[i];
  return 0;
}

// Swift's hash seed. Always the same: a page reads its own user's text, and equal input must give
// equal output.
void arc4random_buf(void *buffer, size_t count) {
  uint8_t *bytes = buffer;
  for (size_t i = 0; i < count; i++) bytes[i] = (uint8_t)(i * 151 + 29);
}

// The product of two 128-bit integers, from four products of 32-bit halves.
typedef unsigned __int128 Wide;

Wide __multi3(Wide left, Wide right) {
  uint64_t a = (uint64_t)left, b = (uint64_t)right;
  uint64_t aLow = (uint32_t)a, aHigh = a >> 32, bLow = (uint32_t)b, bHigh = b >> 32;
  uint64_t low = aLow * bLow;
  uint64_t middle = aHigh * bLow + (low >> 32);
  uint64_t cross = aLow * bHigh + (uint32_t)middle;
  uint64_t high = aHigh * bHigh + (middle >> 32) + (cross >> 32);
  high += a * (uint64_t)(right >> 64) + b * (uint64_t)(left >> 64);
  return (Wide)high << 64 | cross << 32 | (uint32_t)low;
}

#endif
