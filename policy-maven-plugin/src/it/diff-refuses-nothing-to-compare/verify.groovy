def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains('Could not check: give two readings, or other, or from and to: one of the three')
