def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[(INFO|WARNING|ERROR)\] ?/, '') }.join('\n')
assert log.contains(new File(basedir, 'expected.txt').text.trim())
def junit = new File(basedir, 'target/policy/TEST-policy-corpus.xml').text
assert junit.contains('<testsuite name="letters.plain" tests="3" failures="0" errors="0" skipped="0">')
assert new File(basedir, 'target/policy/corpus-report.txt').text.startsWith('verdict: passed\n')
assert !log.contains('No case has seen')
