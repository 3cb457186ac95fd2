package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.Passage;
import dev.datause.Recipient;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the words of steps and tags for what the policy means by them; what it has no word for is a finding. */
final class StepWords {
    private final DataUsePolicy policy;
    private final LocalDate asOf;
    private final Findings findings;
    private final Violations violations;
    private final Map<String, Vocabulary.PurposeEntry> purposes = new HashMap<>();
    private final Set<String> recipients = new HashSet<>();
    private final Categories categories;

    StepWords(DataUsePolicy policy, LocalDate asOf, Findings findings, Violations violations, Categories categories) {
        this.policy = policy;
        this.asOf = asOf;
        this.findings = findings;
        this.violations = violations;
        this.categories = categories;
        Vocabulary vocabulary = policy.policy().vocabulary();
        vocabulary.purposes().forEach(entry -> purposes.put(entry.name().name(), entry));
        vocabulary.recipients().forEach(entry -> recipients.add(entry.name().name()));
    }

    /**
     * What is known of a step.
     *
     * @param step the step
     * @param uses for what and whom it uses what it reads
     * @param everyWordKnown whether these are all
     * @param asks what the policy must permit for a row to pass
     * @param transfer what it does to what passes on
     */
    record Meant(
            Step step,
            List<Stated<Passage.Other>> uses,
            boolean everyWordKnown,
            List<Passage.Other> asks,
            Transfer transfer) {
        Meant {
            uses = List.copyOf(uses);
            asks = List.copyOf(asks);
        }
    }

    Meant of(Step step) {
        UseSite site = UseSite.of(step);
        if (step.pipeline() && step.purposes().isEmpty()) {
            violations.noPurpose(site, site.words() + " has no purpose", known());
        }
        boolean recipientKnown = isKnown(site, step.recipient());
        List<Stated<Passage.Other>> uses = new ArrayList<>();
        for (Stated<String> purpose : step.purposes()) {
            use(site, purpose, step.recipient(), recipientKnown)
                    .ifPresent(use -> uses.add(new Stated<>(use, purpose.at())));
        }
        List<Passage.Other> asks =
                step.call().isPresent() ? asks(site, step, step.call().get(), uses) : List.of();
        boolean everyWordKnown =
                recipientKnown && uses.size() == step.purposes().size();
        List<Filter> filters = new ArrayList<>();
        step.guards().forEach(guard -> filters.add(Filter.of(guard.value())));
        asks.forEach(ask -> filters.add(Filter.of(ask)));
        Span runs = Span.of(step.runs().map(Stated::value));
        return new Meant(step, uses, everyWordKnown, asks, new Transfer(filters, stopped(site, step), runs));
    }

    /** For what and whom a tag says that data is used. */
    Optional<Passage.Other> of(UseSite site, Stated<Tag> tag) {
        Optional<Stated<String>> recipient = tag.value().recipient();
        return use(site, new Stated<>(tag.value().purpose(), tag.at()), recipient, isKnown(site, recipient));
    }

    private List<String> known() {
        return policy.policy().vocabulary().purposes().stream()
                .map(entry -> entry.name().name())
                .toList();
    }

    private Optional<Passage.Other> use(
            UseSite site, Stated<String> purpose, Optional<Stated<String>> recipient, boolean recipientKnown) {
        Vocabulary.PurposeEntry entry = purposes.get(purpose.value());
        if (entry == null) {
            unknown(FindingCode.UNKNOWN_PURPOSE, "purpose", site, purpose, known());
        }
        if (entry == null || !recipientKnown) {
            return Optional.empty();
        }
        Recipient by = recipient.map(one -> Recipient.of(one.value())).orElse(entry.defaultRecipient());
        return Optional.of(new Passage.Other(entry.name(), by));
    }

    /** Whether the policy has a recipient, or none is stated; one that it does not have is a finding, once for all purposes. */
    private boolean isKnown(UseSite site, Optional<Stated<String>> recipient) {
        if (recipient.isEmpty() || recipients.contains(recipient.get().value())) {
            return true;
        }
        List<String> all = policy.policy().vocabulary().recipients().stream()
                .map(one -> one.name().name())
                .toList();
        unknown(FindingCode.UNKNOWN_RECIPIENT, "recipient", site, recipient.get(), all);
        return false;
    }

    private void unknown(FindingCode code, String what, UseSite site, Stated<String> word, List<String> all) {
        findings.add(
                code,
                word.at(),
                site.words() + " has the unknown " + what + " " + findings.unknown(word.value(), word.at(), all),
                Optional.of(site.flow()),
                "write one of the policy's: " + String.join(", ", all));
    }

    /** What the policy that is checked, under the reading that is checked, must permit for a row to pass. */
    private List<Passage.Other> asks(
            UseSite site, Step step, Stated<Step.PolicyCall> stated, List<Stated<Passage.Other>> uses) {
        Step.PolicyCall call = stated.value();
        if (!call.policy().equals(policy.policy().id())) {
            violations.otherPolicy(site, stated);
            return List.of();
        }
        if (!call.reading().equals(policy.reading().name())) {
            violations.otherReading(site, stated);
            return List.of();
        }
        if (call.use().isPresent()) {
            return of(site, new Stated<>(call.use().get(), stated.at())).stream()
                    .toList();
        }
        if (step.purposes().isEmpty() && !step.pipeline()) {
            violations.noPurpose(
                    new UseSite(site.kind(), site.name(), site.field(), stated.at(), site.step()),
                    site.words() + " calls the policy and does not say what for",
                    known());
        }
        return uses.stream().map(Stated::value).distinct().toList();
    }

    /** The categories that a step's breakers stop today, and all below them. */
    private Set<String> stopped(UseSite site, Step step) {
        Set<String> stopped = new HashSet<>();
        for (Stated<Breaker> breaker : step.breakers()) {
            Breaker claim = breaker.value();
            boolean over = claim.until().isPresent() && claim.until().get().isBefore(asOf);
            boolean answeredFor = !claim.owner().isBlank() && !claim.reason().isBlank();
            if (over || !answeredFor) {
                violations.breaker(site, breaker, over);
            }
            for (Stated<String> category : claim.categories()) {
                if (!categories.has(category.value())) {
                    unknown(FindingCode.UNKNOWN_CATEGORY, "category", site, category, categories.names());
                } else if (!over && answeredFor) {
                    categories.within(category.value()).forEach(below -> stopped.add(below.name()));
                }
            }
        }
        return stopped;
    }
}
