def verdicts = [:].withDefault { 0 }
(1..50).each {
    def folder = new File(basedir, String.format('m%02d/target/policy', it))
    for (ending in ['txt', 'json', 'sarif', 'xml', 'html']) {
        def alone = folder.listFiles().find { f -> f.name.startsWith('one-by-one') && f.name.endsWith(ending) }
        def together = folder.listFiles().find { f -> f.name.startsWith('check-report') && f.name.endsWith(ending) }
        assert alone.bytes == together.bytes
    }
    verdicts[new File(folder, 'check-report.txt').readLines()[0]]++
}
assert verdicts == ['verdict: passed': 49, 'verdict: violations': 1]
assert new File(basedir, 'm17/target/policy/check-report.txt').text.startsWith('verdict: violations\n')
