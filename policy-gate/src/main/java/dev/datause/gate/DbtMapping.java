package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.DocumentException;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the tags and the meta of a dbt project say in the words of a policy: a document in a format of its own, see
 * {@code docs/dbt.md}. Without one the {@link #standard()} mapping understands tags like {@code datause:category=profile}
 * and the meta key {@code datause}.
 *
 * <p>It is read together with each manifest, since its conditions are in the words of the policy; what is wrong in it is
 * then reported. Immutable and thread-safe.
 */
public final class DbtMapping {
    private static final DbtMapping STANDARD =
            new DbtMapping("standard mapping.yaml", "format: 1\n".getBytes(StandardCharsets.UTF_8));

    private final String name;
    private final byte[] bytes;

    private DbtMapping(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** The mapping without rules of its own. */
    public static DbtMapping standard() {
        return STANDARD;
    }

    /**
     * A mapping, as YAML or JSON by its name.
     *
     * @param name how problems call it: a path relative to the project
     * @param bytes its content, which is copied
     */
    public static DbtMapping of(String name, byte[] bytes) {
        return new DbtMapping(Objects.requireNonNull(name, "name"), bytes.clone());
    }

    /**
     * The mapping in a file, which is read now.
     *
     * @param name how problems call it: a path relative to the project
     * @throws DocumentException if there is no such file, or it cannot be read
     */
    public static DbtMapping file(String name, Path file) {
        return new DbtMapping(name, DocumentFile.bytes(file, name, Limits.STANDARD));
    }

    /** What it says in the words of a policy; throws every problem in it. */
    DbtRules rules(Policy policy, Limits limits) {
        return DbtRules.read(name, bytes, policy, limits);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
