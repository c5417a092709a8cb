namespace OpsBoard.LoadTest;

/// <summary>The items of the ready-made province by their code and a window of their department.</summary>
internal sealed class CatalogueOfTheProvince
{
    private readonly Dictionary<(string Code, string Department), Item> _items =
        Some.Province.Departments.SelectMany(department => department.Items.Select(item => (department, item))).ToDictionary(pair => (pair.item.Code, pair.department.Path), pair => pair.item);

    public Item this[string code, string window] => _items[(code, Queues.Department(window))];
}
