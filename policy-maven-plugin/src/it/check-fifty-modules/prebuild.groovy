// Fifty modules with a pipeline each, of which the seventeenth lets data through that nobody permits.
def names = (1..50).collect { String.format('m%02d', it) }
def parent = new File(basedir, 'pom.xml')
parent.text = parent.text.replace('<!-- fifty of them, see prebuild.groovy -->', names.collect { "<module>$it</module>" }.join(''))
names.each { name ->
    def folder = new File(basedir, "$name/pipelines")
    folder.mkdirs()
    new File(basedir, "$name/pom.xml").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>dev.datause.it</groupId>
    <artifactId>check-fifty-modules</artifactId>
    <version>1</version>
  </parent>
  <artifactId>$name</artifactId>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>dev.datause</groupId>
        <artifactId>policy-maven-plugin</artifactId>
      </plugin>
    </plugins>
  </build>
</project>
"""
    def category = name == 'm17' ? 'private-message' : 'profile'
    new File(folder, 'train.yaml').text = """format: 1
datasets:
  - name: ${name}.data
    categories: [$category]
pipelines:
  - name: train
    purpose: ai-training
    recipient: linkedin
    inputs: [${name}.data]
${name == 'm17' ? '' : '    guard: {policy: linkedin-2025-11-03, reading: strict}'}
"""
}
return true
