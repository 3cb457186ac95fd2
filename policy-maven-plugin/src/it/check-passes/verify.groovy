def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains(new File(basedir, 'expected.txt').text.trim())
def report = new File(basedir, 'target/policy/check-report.txt').text
assert report.startsWith('verdict: passed\n')
assert new File(basedir, 'target/policy/check-report.json').text.contains('"verdict": "passed"')
// The day is that of the timestamp in UTC, not the clock's.
assert report.contains('as of 2025-11-21')
assert !report.contains(basedir.absolutePath)
