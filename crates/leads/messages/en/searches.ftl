# Why a text is not looked for.
characters = This search has { NUMBER($found, useGrouping: "false") } characters. Shorten it to { NUMBER($most, useGrouping: "false") }.
words = This search has { NUMBER($found, useGrouping: "false") } words. Use at most { NUMBER($most, useGrouping: "false") }.
