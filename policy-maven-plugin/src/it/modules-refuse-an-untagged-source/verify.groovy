def log = new File(basedir, 'build.log').text
assert log.contains('[DU021]')
assert log.contains('Could not check: not everything could be checked')
assert !log.contains('[DU001]')
