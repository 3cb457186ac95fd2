def log = new File(basedir, 'build.log').text
assert log.contains('Violated: ')
assert new File(basedir, 'target/policy/check-report.txt').text.startsWith('verdict: passed\n')
