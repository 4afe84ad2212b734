import type { Failure } from '../contract/errors';
import type { Advice } from './advice';

export function failureZh(failure: Failure): Advice {
  switch (failure.kind) {
    case 'bad-request':
      return {
        title: '程序内部请求有误',
        whatToDo: `这是 Quaere 的程序错误，请附上以下信息反馈：${failure.detail}`,
      };
    case 'matter-not-found':
      return { title: `找不到案件“${failure.matter}”`, whatToDo: '该案件可能已被删除，请选择其他案件。' };
    case 'matter-name':
      return matterName(failure.problem, failure.limit);
    case 'document-not-found':
      return { title: '该文档已不在索引中', whatToDo: '原文件已更改、移动，或已移出本案件。请重新检索。' };
    case 'source-missing':
      return { title: '文件夹或文件不存在', whatToDo: `请确认是否已移动，或所在磁盘是否已连接：${failure.path}` };
    case 'source-unreadable':
      return { title: '没有权限读取该文件夹或文件', whatToDo: `请为当前用户开通读取权限后重试：${failure.path}` };
    case 'source-is-own-data':
      return { title: '这是 Quaere 自己的数据文件夹', whatToDo: `请改选存放案件材料的文件夹：${failure.path}` };
    case 'in-use':
      return {
        title: `案件“${failure.matter}”正被另一个 Quaere 使用`,
        whatToDo: '请关闭正在使用它的窗口或命令，然后重试。',
      };
    case 'disk-full':
      return { title: '磁盘空间不足', whatToDo: '请清理出空间后继续。已建立的索引不会丢失。' };
    case 'not-writable':
      return {
        title: '无法写入 Quaere 的数据文件夹',
        whatToDo: `请为当前用户开通写入权限，或改用其他文件夹：${failure.path}`,
      };
    case 'store-damaged':
      return {
        title: `案件“${failure.matter}”的索引已损坏`,
        whatToDo: '请删除该案件后重新添加文件夹。您的原始文件不受影响。',
      };
    case 'model-missing':
      return { title: '缺少语义模型', whatToDo: `关键词检索不受影响。请重新安装 Quaere 以恢复模型：${failure.path}` };
    case 'model-corrupt':
      return { title: '语义模型已损坏', whatToDo: `关键词检索不受影响。请重新安装 Quaere 以替换模型：${failure.path}` };
    case 'model-crashed':
      return { title: '语义模型意外退出', whatToDo: '关键词检索不受影响。如再次出现，请重启 Quaere。' };
    case 'questions-file':
      return {
        title:
          failure.line === null
            ? `无法读取问题文件：${failure.path}`
            : `问题文件第 ${failure.line} 行格式有误：${failure.path}`,
        whatToDo: failure.detail,
      };
    case 'engine-stopped':
      return { title: '检索引擎意外退出', whatToDo: 'Quaere 会自动重新启动引擎，请稍候再试。已建立的索引不会丢失。' };
    case 'cancelled':
      return { title: '已停止', whatToDo: '可随时继续。' };
    case 'internal':
      return { title: '出现错误', whatToDo: `请重试。如再次出现，请附上以下信息反馈：${failure.detail}` };
  }
}

function matterName(problem: Extract<Failure, { kind: 'matter-name' }>['problem'], limit: number): Advice {
  switch (problem) {
    case 'empty':
      return { title: '名称不能为空', whatToDo: '请输入案件名称。' };
    case 'too-long':
      return { title: '名称过长', whatToDo: `最多 ${limit} 个字符。` };
    case 'control-characters':
      return { title: '名称含有无法显示的字符', whatToDo: '请删除换行等控制字符。' };
    case 'taken':
      return { title: '已有同名案件', whatToDo: '请换一个名称。' };
  }
}
