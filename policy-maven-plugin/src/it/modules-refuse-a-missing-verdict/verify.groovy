def log = new File(basedir, 'build.log').text
assert log.contains('Could not check: modules-refuse-a-missing-verdict has no verdict of its own; modules-refuse-a-missing-verdict-data has no verdict of its own: let policy:check run in each')
assert !log.contains('modules-refuse-a-missing-verdict-model has')
assert log.contains('Could not check: withoutVerdict: no module is called modules-refuse-a-missing-verdict-dota')
assert !log.contains('Violated: ')
assert new File(basedir, 'target/policy/check-aggregate-report.txt').text.startsWith('verdict: passed\n')
