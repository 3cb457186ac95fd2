def verdicts = [:].withDefault { 0 }
(1..50).each {
    def folder = new File(basedir, String.format('m%02d/target/policy', it))
    def alone = { String name -> new File(folder, name.replace('check-report', 'one-by-one')) }
    for (name in ['check-report.txt', 'check-report.json', 'check-report.sarif', 'check-report.html', 'TEST-policy-check-report.xml']) {
        assert alone(name).text.replace('one-by-one', 'check-report') == new File(folder, name).text
    }
    verdicts[new File(folder, 'check-report.txt').readLines()[0]]++
}
assert verdicts == ['verdict: passed': 49, 'verdict: violations': 1]
assert new File(basedir, 'm17/target/policy/check-report.txt').text.startsWith('verdict: violations\n')
