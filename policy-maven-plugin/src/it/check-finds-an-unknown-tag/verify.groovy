def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains(new File(basedir, 'expected.txt').text.trim())
def report = new File(basedir, 'target/policy/check-report.txt').text
assert report.startsWith('verdict: could-not-check\n')
