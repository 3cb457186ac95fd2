def log = new File(basedir, 'build.log').text
def refusal = 'Could not check: the summary in the output folder of modules-refuse-an-old-summary-data was not made in this build; let policy:summarize run there before'
assert log.contains(refusal)
assert !log.contains('Violated: ')
assert new File(basedir, 'model/target/policy/check-report.txt').text.startsWith('verdict: passed\n')
