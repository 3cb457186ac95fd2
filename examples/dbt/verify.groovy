def lines = { file -> new File(basedir, file).getText('UTF-8').readLines() }
def expected = lines('expected.txt')
def errors = lines('build.log').findAll { it.startsWith('[ERROR] ') }.collect { it.substring(8) }

// The lines stand together in the log, and the build fails for no other reason.
assert Collections.indexOfSubList(errors, expected) == 0
assert errors[expected.size()].contains('Violated: ')
