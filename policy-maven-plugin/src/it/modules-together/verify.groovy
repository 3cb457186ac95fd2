def log = new File(basedir, 'build.log').text
assert log.contains('[DU001] model/pipelines/train.yaml:10:28  pipeline \'train\' lets private-message of \'inbox.raw\' reach ai-training')
assert log.contains('modules-together declares no pipelines')
assert log.contains('modules-together-model has no verdict of its own')
assert log.contains('Violated: not every use is permitted')
assert new File(basedir, 'target/policy/check-aggregate-report.txt').text.startsWith('verdict: violations\n')
