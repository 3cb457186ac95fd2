def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains(new File(basedir, 'expected.txt').text.trim())
assert log.contains('Could not check: 1 problem in a document')
assert new File(basedir, 'target/policy/check-report.txt').text.startsWith('verdict: could-not-check\n')
