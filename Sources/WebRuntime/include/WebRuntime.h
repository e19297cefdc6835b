// Nothing here is for Swift to call: the linker finds the symbols by name.
