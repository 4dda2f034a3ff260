"""One file of many has changed: only what hangs together with it is read and checked again."""
