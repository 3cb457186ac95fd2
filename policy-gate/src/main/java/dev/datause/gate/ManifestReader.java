package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads this library's own manifests: format 1, as YAML ({@code .yaml}, {@code .yml}) or JSON ({@code .json}).
 *
 * <p>Strict, like every format of our own: what is not understood is refused, with every problem in one pass. Only names
 * that the policy may not have (purposes, recipients, categories, audiences) are taken as written; they are findings of
 * the check. Immutable and thread-safe.
 */
public final class ManifestReader implements MetadataReader {
    private static final int FORMAT = 1;
    private static final List<String> YAML = List.of(".yaml", ".yml");

    /** A reader. */
    public ManifestReader() {}

    @Override
    public boolean reads(String name) {
        return isYaml(name) || name.endsWith(".json");
    }

    private static boolean isYaml(String name) {
        return YAML.stream().anyMatch(name::endsWith);
    }

    @Override
    public Metadata read(String name, byte[] bytes, Policy policy, Limits limits) {
        boolean yaml = isYaml(name);
        Document document = yaml ? YamlDocument.read(name, bytes, limits) : JsonDocument.read(name, bytes, limits);
        Problems problems = Problems.of(document);
        Placeholders.refuse(document.root(), problems);
        problems.throwIfAny();
        Metadata metadata = manifest(document, new Written(document, policy, problems, yaml), problems);
        problems.throwIfAny();
        return metadata;
    }

    private static Metadata manifest(Document document, Written written, Problems problems) {
        Fields fields = Fields.of(document, problems);
        format(fields, problems);
        DatasetReader ofDatasets = new DatasetReader(written, problems);
        List<Dataset> datasets = new ArrayList<>();
        for (Node node : fields.optionalList("datasets")) {
            Fields.of(node, "a dataset", problems).ifPresent(dataset -> datasets.add(ofDatasets.dataset(dataset)));
        }
        StepReader ofSteps = new StepReader(written, problems);
        List<Step> steps = new ArrayList<>();
        for (Node node : fields.optionalList("pipelines")) {
            Fields.of(node, "a pipeline", problems).ifPresent(pipeline -> steps.add(ofSteps.pipeline(pipeline)));
        }
        for (Node node : fields.optionalList("steps")) {
            Fields.of(node, "a step", problems).ifPresent(step -> steps.add(ofSteps.step(step)));
        }
        fields.end();
        return new Metadata(document, datasets, steps, List.of());
    }

    private static void format(Fields fields, Problems problems) {
        Optional<Node> node = fields.required("format");
        if (node.isPresent()) {
            OptionalInt format = Values.whole(node.get(), "format", 0, Integer.MAX_VALUE, problems);
            if (format.isPresent() && format.getAsInt() != FORMAT) {
                problems.add(DocumentCode.FORMAT, node.get().at(), "format is " + FORMAT + " for this library");
            }
        }
    }
}
