def log = new File(basedir, 'build.log').text
assert log.contains("[DU001] pipelines/train.yaml:10:28  pipeline 'train' lets private-message of 'inbox.raw' reach ai-training")
assert log.contains('summary-in-a-jar-upstream: inbox.raw -> clean -> inbox.clean -> share -> shared.table -> build-features -> features -> train')
assert log.contains('Violated: not every use is permitted')
