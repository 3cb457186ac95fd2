def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains(new File(basedir, 'expected.txt').text.trim())
assert log.contains('policy: 0 findings, 1 in the baseline in 1 pipeline')
assert log.contains('policy:baseline: 0 findings in policy-baseline.json, grown by 0, shrunk by 1')
assert new File(basedir, 'policy-baseline.json').text == '{"format": 1, "findings": []}\n'
