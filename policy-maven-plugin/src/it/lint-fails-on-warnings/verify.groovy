def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains('Violated: the policy has 34 warnings, see above')
assert new File(basedir, 'target/policy/policy-lint.txt').isFile()
