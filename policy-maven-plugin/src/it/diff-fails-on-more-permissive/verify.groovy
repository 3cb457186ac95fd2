def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains('Violated: 9 changes make something permitted, see above')
assert new File(basedir, 'target/policy/policy-diff.txt').isFile()
