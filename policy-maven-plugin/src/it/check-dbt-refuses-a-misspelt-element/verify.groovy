def log = new File(basedir, 'build.log').text
assert log.contains("Cannot find 'manifst' in class dev.datause.maven.Dbt")
