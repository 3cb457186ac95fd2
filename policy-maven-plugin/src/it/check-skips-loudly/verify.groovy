def log = new File(basedir, 'build.log').readLines()
['check-skips-loudly', 'one', 'two'].each { module ->
    assert log.contains('[WARNING] policy:check is skipped in ' + module + ': nothing was checked.')
    def folder = module == 'check-skips-loudly' ? basedir : new File(basedir, module)
    assert new File(folder, 'target/policy/check-report.txt').text.startsWith('verdict: skipped\n')
    assert new File(folder, 'target/policy/check-report.sarif').text.contains('"text": "skipped: policy:check is skipped in ' + module)
    assert new File(folder, 'target/policy/TEST-policy-check-report.xml').text.contains('<skipped message="policy:check is skipped in ' + module)
    assert new File(folder, 'target/policy/check-report.html').text.contains('<strong>skipped</strong>')
    assert new File(folder, 'target/policy/check-report.json').text.contains('"verdict": "skipped"')
}
true
