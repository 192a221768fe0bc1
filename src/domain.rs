//! The convention as pure rules: facts, commands, `decide`, `evolve`, deadlines. No I/O, clock, random, SQL or terminal.
