def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains(new File(basedir, 'expected.txt').text.trim())
assert log.contains('policy:baseline: 1 finding in policy-baseline.json, grown by 1, shrunk by 0')
assert new File(basedir, 'policy-baseline.json').text.contains('DU001-')
