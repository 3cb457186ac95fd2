def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains('policy:check: violated, and failOnViolation is off: the build goes on.')
def report = new File(basedir, 'target/policy/ads.txt').text
assert report.startsWith('verdict: violations\n')
