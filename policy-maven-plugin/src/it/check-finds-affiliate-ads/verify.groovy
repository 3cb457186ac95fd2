def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains(new File(basedir, 'expected.txt').text.trim())
assert log.contains('Violated: not every use is permitted')
assert !log.contains('Could not check')
def report = new File(basedir, 'target/policy/check-report.txt').text
assert report.startsWith('verdict: violations\n')
