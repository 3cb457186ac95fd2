package dev.datause;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlaceholderProperties {

    @Property
    boolean addingZeroChangesNothing(@ForAll int number) {
        return number + Placeholder.MODULE.indexOf('p') == number;
    }
}
