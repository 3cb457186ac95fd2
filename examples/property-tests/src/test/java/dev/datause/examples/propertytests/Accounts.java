package dev.datause.examples.propertytests;

import dev.datause.testkit.History;
import dev.datause.testkit.MadeUpMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Made-up members as accounts: where a test's facts become the pipeline's. */
final class Accounts {
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "data-sharing", "share-data-with-affiliates",
            "ads-outside-of-linkedin", "ads-off-linkedin",
            "profile-for-ads", "ad-category-profile",
            "feed-activity-for-ads", "ad-category-feed-activity",
            "ad-engagement-for-ads", "ad-category-ad-engagement");

    private Accounts() {}

    static Account of(MadeUpMember facts) {
        List<Account.Stay> stays = new ArrayList<>();
        facts.moves().forEach(move -> stays.add(new Account.Stay(Optional.of(move.day()), move.country())));
        if (stays.isEmpty()) {
            stays.add(new Account.Stay(Optional.empty(), facts.country()));
        }
        Map<String, List<Account.Switch>> settings = new TreeMap<>();
        facts.settings().forEach((name, history) -> settings.put(OTHER_NAMES.getOrDefault(name, name), of(history)));
        return new Account(
                stays,
                facts.born(),
                facts.flags().contains("reason-to-believe-minor"),
                settings,
                Optional.ofNullable(facts.signals().get("global-privacy-control"))
                        .map(Accounts::of));
    }

    private static List<Account.Switch> of(History history) {
        return history.events().stream()
                .map(event -> new Account.Switch(event.day(), event.kind().restricts()))
                .toList();
    }
}
