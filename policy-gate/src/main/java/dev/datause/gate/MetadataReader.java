package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;

/**
 * Reads one format of metadata. Implementations are immutable and thread-safe, and read no clock, and no other file than
 * they were made to compare a document with.
 */
public interface MetadataReader {
    /** Whether a file of this name is of this reader's format; the content does not matter. */
    boolean reads(String name);

    /**
     * Reads a whole document.
     *
     * @param name how problems call it: a path relative to the project
     * @param bytes its content
     * @param policy the policy whose words conditions are in
     * @param limits how much is taken
     * @throws DocumentException with every problem found, whatever the bytes are; nothing else is thrown
     */
    Metadata read(String name, byte[] bytes, Policy policy, Limits limits);
}
