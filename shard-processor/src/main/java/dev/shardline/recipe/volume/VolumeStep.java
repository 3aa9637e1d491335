package dev.shardline.recipe.volume;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Foreseen;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import java.util.LinkedHashMap;
import java.util.Map;

/// A step that makes a volume of a volume.
interface VolumeStep extends MapStep {

  @Override
  default Signature signature() {
    return Signature.keeping(DataKind.VOLUME);
  }

  /// Where the voxels of what it makes lie; where that depends on the values, the largest grid that
  /// may be.
  ///
  /// @param taken where those of the volume lie that it is given
  default VolumeGrid gridFrom(VolumeGrid taken) {
    return taken;
  }

  /// Whether it makes new voxels for companion volumes, too.
  default boolean changesCompanions() {
    return false;
  }

  /// Whether what it makes are the voxels that it takes, looked at another way.
  default boolean sharesVoxels() {
    return false;
  }

  /// Whether what it makes may be a view of what it takes, or computed of it when it is read.
  default boolean keepsTaken() {
    return sharesVoxels();
  }

  /// Whether it makes no array of a volume's values, because what it gives is computed when it is
  /// read.
  default boolean makesNoArray(Volume taken) {
    return false;
  }

  /// Whether it takes a volume as it is, its values perhaps still to be computed.
  default boolean takesUnread() {
    return sharesVoxels();
  }

  @Override
  default Footprint footprint(Foreseen taken) {
    return taken instanceof ForeseenVolume volume ? footprint(volume) : footprint(taken.bytes());
  }

  private Footprint footprint(ForeseenVolume taken) {
    ForeseenVolume given = taken.on(gridFrom(taken.grid()));
    if (sharesVoxels()) {
      return footprint(taken.bytes()).giving(given.holding(taken.bytes()));
    }
    ForeseenVolume changed = changesCompanions() ? taken.asFloats() : taken.alone().asFloats();
    long besides = taken.asFloats().bytes() - changed.bytes();
    Footprint asFloats = footprint(changed.bytes()).beside(besides);
    Footprint made = asFloats.giving(given.asFloats()).taking(taken.asFloats(), taken);
    return keepsTaken()
        ? new Footprint(given.asFloats().holding(taken.bytes()), made.peakBytes(), made.items())
        : made;
  }

  /// What it lets go of again before it ends, as long as something else is there: nothing of that
  /// is needed at once, but it lies in memory until it is collected.
  ///
  /// @param dataBytes as [#footprint(long)] takes it
  default long passingBytes(long dataBytes) {
    return 0;
  }

  @Override
  default long bytesToCome(Item item) {
    Volume volume = unread(item);
    ForeseenVolume taken = ForeseenVolume.of(item);
    long computedFirst = takesUnread() || volume.isComputed() ? 0 : taken.alone().bytes();
    ForeseenVolume changed = changesCompanions() ? taken : taken.alone();
    long later = makesNoArray(volume) ? changed.on(gridFrom(taken.grid())).bytes() : 0;
    long made = footprint(taken).peakBytes() - taken.bytes() - later;
    return computedFirst + made + passingBytes(changed.bytes());
  }

  /// The volume that the recipe's check made sure of, its values in memory.
  static Volume volume(Item item) {
    return unread(item).computed();
  }

  /// The volume as it is, its values perhaps still to be computed: for steps that look at it
  /// another way, or read it once.
  static Volume unread(Item item) {
    return (Volume) item.data();
  }

  /// What becomes of one companion volume.
  interface CompanionChange {
    Volume change(Volume companion);
  }

  /// The item with every companion volume changed in the same way; other companions stay.
  static Item withCompanions(Item item, CompanionChange change) {
    Map<String, Payload> changed = new LinkedHashMap<>(item.companions());
    changed.replaceAll(
        (name, payload) -> payload instanceof Volume volume ? change.change(volume) : payload);
    return item.withCompanions(changed);
  }
}
