def log = new File(basedir, 'build.log').text
assert log.contains('policy:check')
assert log.contains('policy:help')
