using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

public sealed class TileGridTests
{
    [Fact]
    public void Hainan_stands_on_five_rows_and_its_unit_apart_in_the_free_corner()
    {
        var grid = TileGrid.Of(SampleRoster.Hainan.ChildrenOf(UnitPath.Parse("hainan")).Select(static unit => KeyValuePair.Create(unit.Path, unit.Tile)));

        Assert.Equal((5, 5, 20, true), (grid.Columns, grid.Rows, grid.Places.Count, grid.Fits));
        Assert.Equal(new TileGrid.Place(UnitPath.Parse("hainan/sansha"), 5, 5, IsApart: true), grid.Places.Single(static place => place.IsApart));
    }

    [Fact]
    public void Units_without_a_place_flow_in_rows_under_the_grid()
    {
        var grid = TileGrid.Of([Unit("a", new Tile(1, 2)), Unit("b"), Unit("c"), Unit("d"), Unit("e"), Unit("f"), Unit("g")]);

        Assert.Equal(
            ["a 1.2", "b 2.1", "c 2.2", "d 2.3", "e 2.4", "f 2.5", "g 3.1"],
            grid.Places.Select(static place => $"{place.Unit.Name} {place.Row}.{place.Column}"),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_unit_apart_has_a_row_of_its_own_when_the_corner_has_neighbours()
    {
        var grid = TileGrid.Of([Unit("a", new Tile(1, 5)), Unit("b", new Tile(2, 4)), Unit("far", Tile.Apart)]);

        Assert.Equal((3, 3, 1), (grid.Rows, grid.Places[^1].Row, grid.Places[^1].Column));
    }

    [Fact]
    public void More_units_than_the_wall_has_room_for_do_not_fit() =>
        Assert.False(TileGrid.Of(Enumerable.Range(0, 26).Select(static i => Unit($"u{i}"))).Fits);

    private static KeyValuePair<UnitPath, Tile?> Unit(string name, Tile? tile = null) => KeyValuePair.Create(UnitPath.Parse($"hainan/{name}"), tile);
}
