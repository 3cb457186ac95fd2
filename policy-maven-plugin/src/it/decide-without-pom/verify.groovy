assert new File(basedir, 'decisions.jsonl').text == new File(basedir, 'expected.jsonl').text
def log = new File(basedir, 'build.log').text
assert log.contains('policy:decide: 4 lines: 2 refused; strict: 1 permitted, 1 denied; documented: 2 permitted, 0 denied')
assert log.contains('[WARNING] policy:decide: 2 of 4 lines are no requests and were not decided')
