def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains(new File(basedir, 'expected.txt').text.trim())
assert log.contains('policy: 1 finding, 1 in the baseline in 2 pipelines')
assert log.contains('Violated: not every use is permitted')
